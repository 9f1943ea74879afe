/// <reference types="vite/client" />

/** Where the relay serves the app's code, from its root: `/widget/app-HASH.js`. Set by build.ts. */
declare const APP_PATH: string;
