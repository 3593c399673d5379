import type { Question, SurveyModel } from 'survey-core'
import type { AreaSource } from '#instruments/engine/events.ts'
import { type Geography, offersArea } from '#instruments/engine/geography.ts'
import { areasAround } from './areas-around.ts'
import { offerEveryArea } from './draw-survey.ts'
import type { AreaCollection, PageData } from './page-data.ts'
import type { Recorder } from './recorder.ts'

/** Puts two more ways to find one's area under its list: the device's location, and a map. Both are fetched when asked for. */
export function offerWaysToFindArea(
  survey: SurveyModel,
  page: PageData,
  geography: Geography,
  recorder: Recorder,
): void {
  const { location } = page
  if (!location) return
  const answerTo = (name: string | undefined): unknown => name && survey.getValue(name)
  /** Whether the ZIP or the borough leads to an area. */
  const isLikely = (area: string) => offersArea(geography, area, answerTo(location.zip), answerTo(location.parent))
  survey.onAfterRenderQuestion.add((_, { question, htmlElement }) => {
    if (question.name !== location.area || htmlElement.querySelector('.area-finder')) return
    htmlElement.append(finder(question, page, isLikely, recorder))
  })
}

function finder(
  question: Question,
  { areasUrl, words }: PageData,
  isLikely: (area: string) => boolean,
  recorder: Recorder,
): HTMLElement {
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

  const byDevice = button(words.useLocation, async () => {
    said.textContent = words.locating
    try {
      const [{ areaAt }, collection, where] = await Promise.all([
        import('./area-at.ts'),
        fetchAreas(areasUrl),
        whereWeAre(),
      ])
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
    try {
      const [{ drawAreaMap }, { features }] = await Promise.all([import('./area-map.ts'), fetchAreas(areasUrl)])
      const map = { help: words.mapHelp, widthPx: mapPlace.clientWidth, chosen: question.value }
      const near = areasAround(features, (area) => area === question.value || isLikely(area))
      mapPlace.replaceChildren(drawAreaMap(near, map, (area) => choose(area, 'map')))
      onMap.textContent = words.closeMap
    } catch {
      said.textContent = words.mapFailed
    }
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

async function fetchAreas(url: string): Promise<AreaCollection> {
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
