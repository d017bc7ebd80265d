/**
 * The header in which every answer of the API names where the targets of the console are, as a digest. A request may
 * name the place it is meant for; it is refused with the code "place-changed" by a console that has another.
 */
export const PLACE_HEADER = 'Homeward-Place';
