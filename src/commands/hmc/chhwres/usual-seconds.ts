/** Seconds that an operating system takes to add or remove an adapter (ours). */
export const usualSeconds = 5;
