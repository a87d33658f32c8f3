#!/usr/bin/env node
'use strict';

const axios = require('axios');
const { writeFile } = require('node:fs/promises');

class Sync {
  constructor(file) {
    this.file = file;
  }

  // Writes what changed since a day into the file.
  async run(since) {
    const changed = (await axios.get('https://api.example.com/v2/changes', { params: { since } })).data;
    await writeFile(this.file, JSON.stringify(changed));
    await axios.post('https://api.example.com/v2/changes/seen', { since });
  }
}

new Sync(process.argv[2]).run('2026-01-01').catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
