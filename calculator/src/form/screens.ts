/** The screens of the interview as the rules name them: their words, and which come first while nothing is known. */

export interface Screen {
  readonly title: string;
  readonly help: string;
  /** An office decides these; the visitor only says what is known. */
  readonly judged: boolean;
}

/** What is still to be asked on one screen, as pointers. */
export interface Asked {
  readonly screen: string;
  readonly questions: readonly string[];
}

export interface Screens {
  readonly screens: Readonly<Record<string, Screen>>;
  readonly first: readonly Asked[];
}

export function readScreens({ dataset }: HTMLElement): Screens {
  return JSON.parse(dataset["screens"] ?? "") as Screens;
}
