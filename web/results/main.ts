import { showTips } from './tips.ts'
import { sortTables } from './sort-tables.ts'

showTips()
sortTables()
