/** JSON that is serialized already, in pieces, so that an answer need not be made from objects. */
export class PreserializedJSON {
  constructor(readonly pieces: readonly Buffer[]) {}
}
