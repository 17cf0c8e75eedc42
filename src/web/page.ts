import type { Language } from '../language/languages.ts';
import type { Texts } from '../language/texts.ts';

/** What a page's handler is told: parsed addresses and forms, who asks, in which language. No Express. */
export interface PageRequest<Viewer> {
  readonly viewer: Viewer;
  readonly text: Texts;
  /** Parts of the path, such as `id` of `/points/:id`. */
  readonly params: Readonly<Record<string, string>>;
  /** The address's query; a key given twice keeps its last value. */
  readonly query: Readonly<Record<string, string>>;
  /** The posted form's fields; empty for a GET. Of a name given more than once, the last. */
  readonly body: Readonly<Record<string, string>>;
  /** All values of the form's fields, posted or in the address, for names that may be given more than once. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** A form of this viewer's that could not be taken when it was posted. */
  readonly held: HeldForm | null;
  /** The posted form's files; empty unless the route declares `upload`. */
  readonly files: readonly UploadedFile[];
  /** What the session is kept under, which opens nothing. */
  readonly sessionKey: string;
  /** Network address of the asker, for throttling alone. */
  readonly address: string;
}

/** A posted form as it was filled in. */
export interface HeldForm {
  /** Where it was posted to. */
  readonly path: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/** A file that came with a form; it is there only while its handler runs. */
export interface UploadedFile {
  /** As people know it: no folders, no control characters. Only to be shown. */
  readonly name: string;
  /** Where its bytes are for now. */
  readonly path: string;
  readonly size: number;
  /** Why its bytes are not here, or not all of them. */
  readonly refusal: 'too-large' | 'too-many' | 'too-much-together' | null;
}

/** What every page's model has; the layout prints it. */
export interface PageModel {
  /** The page's own title, for the window and the browser's history; the product's name is added. */
  readonly title: string;
}

/** What a handler answers; the pipeline turns it into HTTP. */
export type PageResponse =
  | { readonly kind: 'page'; readonly view: string; readonly model: PageModel; readonly status?: number }
  | {
      readonly kind: 'redirect';
      readonly to: string;
      /** Said once on the next page: what was done. */
      readonly notice?: string;
    }
  | { readonly kind: 'json'; readonly body: unknown }
  | { readonly kind: 'download'; readonly file: Download }
  /** Gives the session a new identity, after signing in or a change of password. */
  | {
      readonly kind: 'signed-in';
      readonly accountId: number;
      readonly to: string;
      readonly notice?: string;
    };

/** A file for the person to keep. */
export interface Download {
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer | AsyncIterable<string | Uint8Array>;
}

export type PageHandler<Viewer> = (request: PageRequest<Viewer>) => Promise<PageResponse>;

/** One line of a slice's routes: which address, and what answers it. Who may is in the route policy. */
export interface PageRoute<Viewer> {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly handler: PageHandler<Viewer>;
  /** Whether its form may bring files. They are received only after session and permission are checked. */
  readonly upload?: true;
}

/** A request by somebody who need not be signed in. */
export interface OpenRequest<Viewer> extends Omit<PageRequest<Viewer>, 'viewer'> {
  readonly viewer: Viewer | null;
}

/** Beside pages, an open route may end a session or choose a language. */
export type OpenResponse =
  | PageResponse
  | { readonly kind: 'signed-out'; readonly to: string }
  | { readonly kind: 'language'; readonly language: Language; readonly to: string };

/** A route that the policy opens to anyone, such as the sign-in page. */
export interface OpenRoute<Viewer> {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly handler: (request: OpenRequest<Viewer>) => Promise<OpenResponse>;
}
