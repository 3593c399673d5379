// Plain JavaScript, so that every Node can run it and say what is wrong.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 12)) {
  console.error(
    `Canvass needs Node 24.12 or newer, and this is ${process.version}.\n` +
      'Run "npm install" again (it brings Node 24 along), then start with "npm start", "npm test" or "npx canvass", never with "node".',
  )
  process.exit(1)
}
