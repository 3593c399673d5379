/** Makes the headings of sortable tables into buttons. Areas without a figure stay at the end either way. */
export function sortTables(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
    const headings = [...table.querySelectorAll<HTMLTableCellElement>('thead th')]
    headings.forEach((heading, column) => {
      if (heading.classList.contains('interval') || !heading.textContent.trim()) return
      const button = document.createElement('button')
      button.type = 'button'
      button.append(...heading.childNodes)
      heading.append(button)
      button.addEventListener('click', () => {
        const direction = heading.ariaSort === 'ascending' ? 'descending' : 'ascending'
        for (const other of headings) other.removeAttribute('aria-sort')
        heading.setAttribute('aria-sort', direction)
        sortBy(table, column, direction === 'ascending' ? 1 : -1)
      })
    })
  }
}

function sortBy(table: HTMLTableElement, column: number, sign: 1 | -1): void {
  const [body] = table.tBodies
  if (!body) return
  const names = new Intl.Collator(document.documentElement.lang, { numeric: true })
  const keyed = [...body.rows].map((row) => ({ row, key: keyOf(row, column) }))
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) return Number(a.key === undefined) - Number(b.key === undefined)
    const order =
      typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : names.compare(`${a.key}`, `${b.key}`)
    return sign * order
  })
  body.append(...keyed.map(({ row }) => row))
}

function keyOf({ cells }: HTMLTableRowElement, column: number): string | number | undefined {
  const cell = cells[column]
  if (!cell || cell.colSpan > 1) return undefined
  const { sort } = cell.dataset
  if (sort === undefined) return cell.textContent.trim()
  return sort === '' ? undefined : Number(sort)
}
