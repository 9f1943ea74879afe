import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type ParsedLocation,
  redirect,
} from "@tanstack/react-router";
import { editorSearch } from "../answers/editor/editor-search.ts";
import { meQuery } from "../http/queries.ts";
import { reasonBehind } from "../http/relay-http.ts";
import { InboxPage } from "../inbox/inbox-page.tsx";
import { siteSearch } from "../settings/site-choice.ts";
import { BrokenPage, NotFoundPage } from "./broken-page.tsx";
import { DeskRoute } from "./desk-route.tsx";
import { deskSearch, parseSearch, signInSearch, stringifySearch } from "./search.ts";

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
});

const desk = createRoute({
  getParentRoute: () => root,
  id: "desk",
  validateSearch: deskSearch,
  beforeLoad: ({ context, location }) => signedIn(context.queries, location),
  component: DeskRoute,
});

/** Who is signed in; whoever is not is led to the sign-in, and back. */
async function signedIn(queries: QueryClient, location: ParsedLocation) {
  try {
    return { me: await queries.ensureQueryData(meQuery) };
  } catch (error) {
    if (reasonBehind(error) !== "unauthorized") throw error;
    throw redirect({ to: "/sign-in", search: { back: location.href } });
  }
}

const inbox = createRoute({ getParentRoute: () => desk, path: "/", component: InboxPage });
const settings = createRoute({
  getParentRoute: () => desk,
  path: "/settings",
  validateSearch: siteSearch,
  component: lazyRouteComponent(() => import("../settings/settings-layout.tsx"), "SettingsLayout"),
});
const bell = createRoute({
  getParentRoute: () => settings,
  path: "/",
  component: lazyRouteComponent(() => import("../bell/bell-page.tsx"), "BellPage"),
});
const hours = createRoute({
  getParentRoute: () => settings,
  path: "/hours",
  component: lazyRouteComponent(() => import("../settings/hours/hours-page.tsx"), "HoursPage"),
});
const promises = createRoute({
  getParentRoute: () => settings,
  path: "/promises",
  component: lazyRouteComponent(() => import("../settings/promises/promises-page.tsx"), "PromisesPage"),
});
const mail = createRoute({
  getParentRoute: () => settings,
  path: "/mail",
  component: lazyRouteComponent(() => import("../settings/mail/mail-page.tsx"), "MailPage"),
});
const answers = createRoute({
  getParentRoute: () => desk,
  path: "/answers",
  validateSearch: siteSearch,
  component: lazyRouteComponent(() => import("../answers/answers-layout.tsx"), "AnswersLayout"),
});
const answerList = createRoute({
  getParentRoute: () => answers,
  path: "/",
  component: lazyRouteComponent(() => import("../answers/list/list-page.tsx"), "ListPage"),
});
const answerEditor = createRoute({
  getParentRoute: () => answers,
  path: "/$answerId",
  validateSearch: editorSearch,
  component: lazyRouteComponent(() => import("../answers/editor/editor-page.tsx"), "EditorPage"),
});
const questions = createRoute({
  getParentRoute: () => answers,
  path: "/questions",
  component: lazyRouteComponent(() => import("../answers/questions/questions-page.tsx"), "QuestionsPage"),
});
const learning = createRoute({
  getParentRoute: () => answers,
  path: "/learning",
  component: lazyRouteComponent(() => import("../answers/learning/learning-page.tsx"), "LearningPage"),
});
const transfer = createRoute({
  getParentRoute: () => answers,
  path: "/transfer",
  component: lazyRouteComponent(() => import("../answers/transfer/transfer-page.tsx"), "TransferPage"),
});
const helpCentre = createRoute({
  getParentRoute: () => settings,
  path: "/help-centre",
  component: lazyRouteComponent(() => import("../settings/help-centre/help-centre-page.tsx"), "HelpCentrePage"),
});
const orders = createRoute({
  getParentRoute: () => settings,
  path: "/orders",
  component: lazyRouteComponent(() => import("../settings/orders/orders-page.tsx"), "OrdersPage"),
});
const ways = createRoute({
  getParentRoute: () => settings,
  path: "/ways",
  component: lazyRouteComponent(() => import("../settings/ways/ways-page.tsx"), "WaysPage"),
});
const me = createRoute({
  getParentRoute: () => desk,
  path: "/me",
  component: lazyRouteComponent(() => import("../me/me-page.tsx"), "MePage"),
});
const setUp = createRoute({
  getParentRoute: () => root,
  path: "/set-up",
  component: lazyRouteComponent(() => import("../set-up/set-up-page.tsx"), "SetUpPage"),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import("../sign-in/sign-in-page.tsx"), "SignInPage"),
});

/** All addresses of the console. */
export function consoleRouter(queries: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      desk.addChildren([
        inbox,
        answers.addChildren([answerList, answerEditor, questions, learning, transfer]),
        settings.addChildren([bell, hours, promises, mail, helpCentre, orders, ways]),
        me,
      ]),
      setUp,
      signIn,
    ]),
    basepath: import.meta.env.BASE_URL,
    context: { queries },
    parseSearch,
    stringifySearch,
    defaultErrorComponent: BrokenPage,
    defaultPendingMs: 500,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof consoleRouter>;
  }
}
