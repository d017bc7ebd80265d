/** Counts who looks at a target. */
export class ViewerCount {
  #count = 0;

  /** `onChange` is called when the first comes and when the last has gone. */
  constructor(private readonly onChange: () => void) {}

  get hasViewers() {
    return this.#count > 0;
  }

  /** Somebody looks, until the returned function is called. */
  add(): () => void {
    this.#count += 1;
    if (this.#count === 1) this.onChange();
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      this.#count -= 1;
      if (this.#count === 0) this.onChange();
    };
  }
}
