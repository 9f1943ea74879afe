import type { Me } from "@shopbell/protocol/types";
import { useQuery } from "@tanstack/react-query";
import { meQuery } from "../http/queries.ts";
import { useDesk } from "./desk.tsx";

/** Who is signed in, as the relay last said: with what was changed since the console was opened. */
export function useMe(): Me {
  const { me } = useDesk();
  return useQuery(meQuery).data ?? me;
}
