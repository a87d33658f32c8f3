@node "%~dp0vscode.cjs" %*
