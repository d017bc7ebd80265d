/** JSON that is written already, so that an answer need not be written from objects. */
export class Written {
  constructor(readonly json: string) {}
}
