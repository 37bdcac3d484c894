using Scoring.Api.Commands;

return await Cli.Root().Parse(args).InvokeAsync();
