using Scoring.Api.Commands;
using Scoring.Api.Machine;

Terminal.UseUtf8();
return await Cli.Root().Parse(args).InvokeAsync();
