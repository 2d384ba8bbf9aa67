#!/usr/bin/env node
import "../dist/entrypoints/cli/main.js";
