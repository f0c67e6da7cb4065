/** Runs a task again when asked; while one runs, only the latest wish is kept. */
export class Latest {
  #running = false;
  #again = false;

  constructor(private readonly task: () => Promise<void>) {}

  run(): void {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    void this.task().finally(() => {
      this.#running = false;
      if (!this.#again) return;
      this.#again = false;
      this.run();
    });
  }
}
