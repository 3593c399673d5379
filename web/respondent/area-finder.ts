import type { Question, SurveyModel } from 'survey-core'
import type { AreaSource } from '#instruments/engine/events.ts'
import { offerEveryArea } from './draw-survey.ts'
import type { AreaCollection, PageData } from './page-data.ts'
import type { Recorder } from './recorder.ts'

/** Puts two more ways to find one's area under its list: the device's location, and a map. Both are fetched when asked for. */
export function offerWaysToFindArea(survey: SurveyModel, page: PageData, recorder: Recorder): void {
  if (!page.location) return
  const name = page.location.area
  survey.onAfterRenderQuestion.add((_, { question, htmlElement }) => {
    if (question.name !== name || htmlElement.querySelector('.area-finder')) return
    htmlElement.append(finder(question, page, recorder))
  })
}

function finder(question: Question, { areasUrl, words }: PageData, recorder: Recorder): HTMLElement {
  const box = document.createElement('div')
  box.className = 'area-finder stack'
  const buttons = document.createElement('div')
  buttons.className = 'cluster'
  const said = document.createElement('p')
  said.className = 'hint'
  said.setAttribute('role', 'status')
  const mapPlace = document.createElement('div')

  const choose = ({ id, name }: { id: string; name: string }, source: AreaSource) => {
    recorder.finding(source)
    offerEveryArea(question)
    question.value = id
    recorder.finding('list')
    said.textContent = words.chosen.replace('{area}', name)
  }

  let areas: Promise<AreaCollection> | undefined
  const fetchAreas = () => (areas ??= fetchJson(areasUrl))

  const byDevice = button(words.useLocation, async () => {
    said.textContent = words.locating
    try {
      const [{ areaAt }, collection, where] = await Promise.all([import('./area-at.ts'), fetchAreas(), whereWeAre()])
      const area = areaAt(collection, where)
      if (area) choose(area, 'device')
      else said.textContent = words.locationOutside
    } catch {
      said.textContent = words.locationFailed
    }
  })
  const onMap = button(words.useMap, async () => {
    if (mapPlace.childElementCount > 0) {
      mapPlace.replaceChildren()
      onMap.textContent = words.useMap
      return
    }
    const [{ drawAreaMap }, collection] = await Promise.all([import('./area-map.ts'), fetchAreas()])
    const map = { help: words.mapHelp, widthPx: mapPlace.clientWidth, chosen: question.value }
    mapPlace.replaceChildren(drawAreaMap(collection, map, (area) => choose(area, 'map')))
    onMap.textContent = words.closeMap
  })

  if ('geolocation' in navigator) buttons.append(byDevice)
  buttons.append(onMap)
  const promise = document.createElement('p')
  promise.className = 'hint'
  promise.textContent = words.locationPromise
  box.append(buttons, promise, said, mapPlace)
  return box
}

function button(label: string, act: () => Promise<void>): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button quiet'
  made.textContent = label
  made.addEventListener('click', () => void act())
  return made
}

async function fetchJson(url: string): Promise<AreaCollection> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`The areas could not be fetched: ${response.status}`)
  return response.json() // by the same server, of the same type
}

/** Where the device is, as longitude and latitude. It is looked up here and goes nowhere. */
function whereWeAre(): Promise<[number, number]> {
  const options = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 }
  return new Promise((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude } }) => resolve([longitude, latitude]),
      (error) => reject(new Error(error.message)),
      options,
    ),
  )
}
