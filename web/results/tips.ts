/** Shows what an area says beside it, on hover and on keyboard focus; Escape puts it away. Titles do so without us. */
export function showTips(): void {
  for (const frame of document.querySelectorAll<HTMLElement>('.map-frame')) {
    const tip = document.createElement('div')
    tip.className = 'map-tip'
    tip.hidden = true
    // The link's own label is read out already.
    tip.setAttribute('aria-hidden', 'true')
    frame.append(tip)
    const hide = () => {
      tip.hidden = true
    }
    for (const area of frame.querySelectorAll<SVGAElement>('a[data-area]')) {
      area.querySelector('title')?.remove()
      const show = () => place(tip, area, frame)
      area.addEventListener('pointerenter', show)
      area.addEventListener('pointerleave', hide)
      area.addEventListener('focus', show)
      area.addEventListener('blur', hide)
    }
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') hide()
    })
  }
}

/** Over the middle of the area, and never outside the map. */
function place(tip: HTMLElement, area: SVGAElement, frame: HTMLElement): void {
  tip.textContent = area.getAttribute('aria-label')
  tip.hidden = false
  const [shape, box] = [area.getBoundingClientRect(), frame.getBoundingClientRect()]
  const gap = 8
  const middle = shape.left + shape.width / 2 - box.left - tip.offsetWidth / 2
  const above = shape.top - box.top - tip.offsetHeight - gap
  const x = Math.max(0, Math.min(box.width - tip.offsetWidth, middle))
  const y = above >= 0 ? above : shape.bottom - box.top + gap
  tip.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
  // Logical insets would mirror the place in a right-to-left page; the map itself is not mirrored.
  tip.style.left = '0'
  tip.style.top = '0'
}
