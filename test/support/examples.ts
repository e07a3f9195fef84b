/** An example of a rule page as it is meant: `[66000 × x]` stands for 66000 letters that nobody wants to read. */
export function unfold(example: string): string {
  return example.replace(/\[(\d+) × (.)\]/g, (_, count: string, letter: string) =>
    letter.repeat(Number(count)),
  );
}
