import { may, reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import { factsOf } from '../rulebooks/fact-catalogue.ts';
import type { TypedForm } from '../web/form-card.ts';
import type { PageResponse } from '../web/page.ts';
import { factCataloguePage } from './fact-catalogue-page.ts';
import { factCataloguePaths } from './fact-catalogue-paths.ts';
import type { FactCatalogueService } from './fact-catalogue-service.ts';
import { declaredBy } from './fact-declaration.ts';
import type { FactChangeService } from './fact-change-service.ts';
import {
  factChangePage,
  factDeclarationPage,
  refusedDeclaration,
  typedDeclaration,
} from './fact-declaration-page.ts';
import type { FactDeclarationService } from './fact-declaration-service.ts';
import { factFindings } from './fact-finding.ts';
import { obstacleWords } from './fact-obstacle-words-page.ts';

interface Services {
  readonly factCatalogue: FactCatalogueService;
  readonly factDeclarations: FactDeclarationService;
  readonly factChanges: FactChangeService;
}

/** The catalogue of all facts that grading rules may speak of, and adding to it. */
export function factCatalogueRoutes(services: Services): readonly ViewerRoute[] {
  const { catalogue, declare, change, withdraw } = factCataloguePaths;
  return [
    { method: 'get', path: catalogue, handler: (request) => show(request, services) },
    { method: 'get', path: declare, handler: (request) => form(request, services) },
    { method: 'post', path: declare, handler: (request) => add(request, services) },
    { method: 'get', path: change, handler: (request) => changeForm(request, services) },
    { method: 'post', path: change, handler: (request) => alter(request, services) },
    { method: 'post', path: withdraw, handler: (request) => take(request, services) },
  ];
}

async function show({ viewer, text }: ViewerRequest, services: Services): Promise<PageResponse> {
  const catalogue = await services.factCatalogue.find(reachOf(viewer, 'rulebooks.view'));
  const mayDeclare = may(viewer, 'rulebooks.tune');
  const withdrawable = mayDeclare
    ? await services.factDeclarations.withdrawable(reachOf(viewer, 'rulebooks.tune'))
    : [];
  const declared = mayDeclare ? await services.factChanges.changeable(reachOf(viewer, 'rulebooks.tune')) : [];
  const changeable = declared.map(({ name }) => name);
  const model = factCataloguePage(catalogue, { mayDeclare, withdrawable, changeable }, text);
  return { kind: 'page', view: 'tuning/facts', model };
}

async function form({ viewer, text }: ViewerRequest, services: Services): Promise<PageResponse> {
  const { unit, known } = await services.factDeclarations.of(reachOf(viewer, 'rulebooks.tune'));
  return { kind: 'page', view: 'tuning/fact', model: factDeclarationPage(unit.name, known, null, text) };
}

async function add({ viewer, text, body }: ViewerRequest, services: Services): Promise<PageResponse> {
  const reach = reachOf(viewer, 'rulebooks.tune');
  const { unit, known } = await services.factDeclarations.of(reach);
  const taken = [...factsOf('grading'), ...known].map(({ name }) => name);
  const declared = declaredBy(body, known, taken);
  const found = 'fact' in declared ? factFindings(declared.fact, known, text) : [];
  if ('fact' in declared && found.length === 0) {
    await services.factDeclarations.declare(declared.fact, reach, actorOf(viewer));
    const notice = text.facts.declare.done(text.formats.inThisLanguage(declared.fact.title));
    return { kind: 'redirect', to: factCataloguePaths.catalogue, notice };
  }
  const typed =
    'faults' in declared ? typedDeclaration(body, declared.faults, text) : refusedDeclaration(body, found);
  const model = factDeclarationPage(unit.name, known, typed, text);
  return { kind: 'page', view: 'tuning/fact', model, status: 422 };
}

async function changeForm({ viewer, text, query }: ViewerRequest, services: Services): Promise<PageResponse> {
  const { name } = query;
  if (name === undefined) return { kind: 'redirect', to: factCataloguePaths.catalogue };
  const found = await services.factChanges.find(name, reachOf(viewer, 'rulebooks.tune'));
  const { unit, known, fact } = found;
  const model = factChangePage(unit.name, known, { fact, seen: JSON.stringify(fact) }, null, text);
  return { kind: 'page', view: 'tuning/fact', model };
}

async function alter(
  { viewer, text, body, query }: ViewerRequest,
  services: Services,
): Promise<PageResponse> {
  const reach = reachOf(viewer, 'rulebooks.tune');
  const { unit, known, fact } = await services.factChanges.find(query['name'] ?? '', reach);
  const seen = body['guard'] ?? '';
  const others = known.filter(({ name }) => name !== fact.name);
  const declared = declaredBy({ ...body, name: fact.name }, others, []);
  const refuse = (typed: TypedForm): PageResponse => {
    const model = factChangePage(unit.name, known, { fact, seen }, typed, text);
    return { kind: 'page', view: 'tuning/fact', model, status: 422 };
  };
  if ('faults' in declared) return refuse(typedDeclaration(body, declared.faults, text));
  const found = factFindings(declared.fact, others, text);
  if (found.length > 0) return refuse(refusedDeclaration(body, found));
  const obstacles = await services.factChanges.change(seen, declared.fact, reach, actorOf(viewer));
  if (obstacles.length > 0)
    return refuse(
      refusedDeclaration(
        body,
        obstacles.map((one) => obstacleWords(one, text)),
      ),
    );
  const notice = text.facts.change.done(text.formats.inThisLanguage(declared.fact.title));
  return { kind: 'redirect', to: factCataloguePaths.catalogue, notice };
}

async function take({ viewer, text, body }: ViewerRequest, services: Services): Promise<PageResponse> {
  const name = body['name'] ?? '';
  await services.factDeclarations.withdraw(name, reachOf(viewer, 'rulebooks.tune'), actorOf(viewer));
  return { kind: 'redirect', to: factCataloguePaths.catalogue, notice: text.facts.declare.withdrawn(name) };
}
