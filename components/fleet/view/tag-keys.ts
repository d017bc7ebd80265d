// A tag key may hold the characters that separate things in an address.

/** The key with "%", "=" and "," written as in addresses. */
export function escapeKey(key: string): string {
  return key.replaceAll(/[%=,]/g, encodeURIComponent);
}

/** The key of `escapeKey` again; what is no escape stays as it is. */
export function unescapeKey(text: string): string {
  return text.replaceAll(/%(25|3D|2C)/gi, decodeURIComponent);
}
