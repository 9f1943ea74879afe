import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "@shopbell/widget/tokens.css";
import "./styles/base.css";
import { consoleRouter } from "./app/router.tsx";
import { reasonBehind } from "./http/relay-http.ts";
import { DIRECTION, LOCALE } from "./i18n.ts";
import { Toasts } from "./ui/toasts.tsx";

const queries = new QueryClient({
  defaultOptions: {
    // What the relay refused it will refuse again; only silence is worth another try.
    queries: { retry: (times, error) => times < 2 && reasonBehind(error) === "unreachable" },
  },
});
const router = consoleRouter(queries);

document.documentElement.lang = LOCALE;
document.documentElement.dir = DIRECTION;

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
      <Toasts />
    </QueryClientProvider>
  </StrictMode>,
);
