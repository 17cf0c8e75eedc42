/** What is wrong, and how to put it right. */
export interface Words {
  readonly message: string;
  readonly fix: string;
}
