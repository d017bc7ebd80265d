/** Joins the class names that are given, without the absent ones. */
export function classNames(...names: (string | false | undefined)[]) {
  return names.filter(Boolean).join(' ');
}
