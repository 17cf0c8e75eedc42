/** A request that was answered; the route is its pattern, never the address. */
export interface AnsweredRequest {
  readonly route: string | null;
  readonly method: string;
  readonly status: number;
  readonly milliseconds: number;
}
