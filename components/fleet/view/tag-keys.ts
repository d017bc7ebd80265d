// A tag key may contain the characters that separate values in an address.

/** Percent-encodes "%", "=" and ",". */
export function escapeKey(key: string): string {
  return key.replaceAll(/[%=,]/g, encodeURIComponent);
}

/** Reverses `escapeKey`. Other text stays as it is. */
export function unescapeKey(text: string): string {
  return text.replaceAll(/%(25|3D|2C)/gi, decodeURIComponent);
}
