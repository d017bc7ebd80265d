/** The given class names that are there, as one attribute. */
export function classNames(...names: (string | false | undefined)[]) {
  return names.filter(Boolean).join(' ');
}
