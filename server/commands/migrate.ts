import { migrate } from '#server/store/migrate.ts'
import type { Command } from './command.ts'

export const migrateCommand: Command = {
  words: 'migrate',
  usage: '',
  summary: "Brings the database's tables up to date, under a lock. The server does the same at start.",
  takes: { least: 0, most: 0 },
  options: {},
  async run({ deps, print }) {
    const applied = await migrate(deps.db)
    print(applied.length === 0 ? 'Up to date.' : `Applied ${applied.join(', ')}.`)
    return { applied }
  },
}
