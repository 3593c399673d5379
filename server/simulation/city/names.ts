/** Names for precincts, by borough in the order of `boroughs`; the last of the first is the park. All invented. */
export const precinctNames: readonly (readonly string[])[] = [
  ['Lantern Quay', 'Ropewalk', 'Tallow Market', 'Assay Square', 'Upper Locks', 'Weir Point', 'Long Meadow Park'],
  ['Slate Hill', 'Kiln Flats', 'Ferrymans Reach', 'Bellwether', 'Orchard Rise', 'Far Mill'],
  ['Gull Wharf', 'Saltgrass', 'Copper Row', 'Juniper Heights', 'Old Tramway', 'Eastlight'],
  ['Heron Strand', 'Millrace', 'Quarry End', 'Thistle Green', 'Breakwater'],
]
