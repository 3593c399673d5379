import type { Deps } from '#server/deps.ts'
import { finishImport, type Imported, removeImport } from '#server/store/imports.ts'

/**
 * Cuts rows into pieces that are each written in well under 50 ms, so that texts are answered in between.
 *
 * @param mostSize  the largest piece, in rows or in what `sizeOf` counts; a single row may be larger
 */
export function* piecesOf<Row>(
  rows: readonly Row[],
  mostSize: number,
  sizeOf: (row: Row) => number = () => 1,
): Generator<Row[]> {
  let piece: Row[] = []
  let size = 0
  for (const row of rows) {
    const more = sizeOf(row)
    if (piece.length > 0 && size + more > mostSize) {
      yield piece
      piece = []
      size = 0
    }
    piece.push(row)
    size += more
  }
  if (piece.length > 0) yield piece
}

/** Writes a version piece by piece and then shows it; one that fails half-way is taken away and was never seen. */
export async function importPieces<Row>(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  table: Imported,
  id: string,
  pieces: Iterable<Row[]>,
  add: (piece: Row[]) => Promise<void>,
): Promise<void> {
  try {
    for (const piece of pieces) await add(piece)
    await finishImport(db, table, id, now())
  } catch (error) {
    await removeImport(db, table, id)
    throw error
  }
}
