/** JSON that is written already, in pieces, so that an answer need not be written from objects. */
export class PreserializedJSON {
  constructor(readonly pieces: readonly Buffer[]) {}
}
