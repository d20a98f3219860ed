// Renders CSL-JSON items by citeproc-js: a bibliography entry or a note for each, in a style given as CSL.
import CSL from 'citeproc'
import { createRequire } from 'module'
import { readFileSync } from 'fs'

const locales = createRequire(import.meta.url)('@citation-js/plugin-csl/lib/locales.json')
const { style, items, note } = JSON.parse(readFileSync(0, 'utf8'))
const byId = Object.fromEntries(items.map(item => [item.id, item]))
const engine = new CSL.Engine(
  { retrieveLocale: () => locales['en-US'], retrieveItem: id => byId[id] }, style, 'en-US'
)
engine.setOutputFormat('text')
const shown = items.map(item => {
  engine.updateItems([item.id]) // each alone, or works of one author and year are told apart by letters
  const citation = { citationItems: [{ id: item.id, ...item.cited }], properties: { noteIndex: 1 } }
  return note ? engine.previewCitationCluster(citation, [], [], 'text') : engine.makeBibliography()[1].join('').trim()
})
process.stdout.write(JSON.stringify(shown))
