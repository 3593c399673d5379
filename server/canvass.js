#!/usr/bin/env node
// The bin is plain JavaScript: the guard speaks first, on any Node, before a TypeScript file is loaded.
import './need-node.js'

const { main } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2))
