import { describe } from "vitest";
import { aPostgresStorage, aSqliteStorage } from "../testing/test-storage.ts";
import { searchContract } from "./search-contract.ts";

describe("searching what SQLite kept", () => searchContract(aSqliteStorage));
describe("searching what Postgres kept", () => searchContract(aPostgresStorage));
