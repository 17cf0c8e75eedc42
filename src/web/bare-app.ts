import express, { type Express } from 'express';

/** An Express app with our settings and nothing in it. */
export function bareApp(views: string, trustedProxies: number): Express {
  const app = express();
  app.set('trust proxy', trustedProxies);
  app.set('views', views);
  app.set('view engine', 'ejs');
  app.enable('view cache');
  app.enable('case sensitive routing');
  // Pages are never stored, so there is nothing to compare.
  app.disable('etag');
  return app;
}
