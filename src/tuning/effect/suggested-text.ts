/** Words that domains are suggested for. */
export interface SuggestedText {
  readonly text: string;
  readonly subject: 'risk-point' | 'post';
}
