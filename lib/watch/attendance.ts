/** Whether anybody looks. */
export class Attendance {
  #viewers = 0;

  /** `onChange` is called when the first comes and when the last has gone. */
  constructor(private readonly onChange: () => void) {}

  get isAttended() {
    return this.#viewers > 0;
  }

  /** Somebody looks, until the returned function is called. */
  attend(): () => void {
    this.#viewers += 1;
    if (this.#viewers === 1) this.onChange();
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      this.#viewers -= 1;
      if (this.#viewers === 0) this.onChange();
    };
  }
}
