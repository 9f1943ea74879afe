import { load } from "./loader.ts";

void load();
