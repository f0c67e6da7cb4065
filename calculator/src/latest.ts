/** Runs a task again when asked; while one runs, only the latest wish is kept. */
export class Latest {
  #running = false;
  #again = false;
  #idle: Promise<void> = Promise.resolve();

  constructor(private readonly task: () => Promise<void>) {}

  /** Settles when the task has run with what holds now, and nothing newer is wished for. */
  run(): Promise<void> {
    if (this.#running) this.#again = true;
    else {
      this.#running = true;
      this.#idle = this.#untilIdle();
    }
    return this.#idle;
  }

  async #untilIdle(): Promise<void> {
    try {
      do {
        this.#again = false;
        await this.task();
      } while (this.#again);
    } finally {
      this.#running = false;
    }
  }
}
