import { useNavigate, useRouteContext, useRouter } from "@tanstack/react-router";
import { useMemo } from "react";
import { DeskProvider, useDesk } from "../line/desk.tsx";
import { dropLine, lineOf } from "../line/opened-lines.ts";
import { Shell } from "./shell.tsx";
import { useSignedOut } from "./use-signed-out.ts";

/** Everything behind the sign-in. */
export function DeskRoute() {
  const { me } = useRouteContext({ from: "/desk" });
  const desk = useMemo(() => ({ me, ...lineOf(me.agent.id) }), [me]);
  return (
    <DeskProvider key={me.agent.id} desk={desk}>
      <SignedIn />
    </DeskProvider>
  );
}

function SignedIn() {
  const { me } = useDesk();
  const navigate = useNavigate();
  const router = useRouter();
  useSignedOut(() => {
    dropLine(me.agent.id);
    navigate({ to: "/sign-in", search: { back: router.state.location.href, ended: true } });
  });
  return <Shell />;
}
