using System.CommandLine;
using Scoring.Api.Files;
using Scoring.Api.Hosting;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Core.Files;

namespace Scoring.Api.Commands;

/// <summary><c>import FILE</c>: puts a competition file into the data folder while no server uses it. Exit code 2: the file has errors or its competition is there
/// already; 1: the folder does not take it.</summary>
public static class ImportCommand
{
    private const int NotStored = 1;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "竞赛文件（JSON，见 docs/competition-file.md）" };
        var data = new Option<string?>("--data") { Description = "数据文件夹（默认 SCORING_DATA 或 ./data）" };
        var command = new Command("import", "把竞赛文件导入数据文件夹，成为一场新比赛") { file, data };
        command.SetAction((parsed, cancel) => Run(
            parsed.GetRequiredValue(file), ScoringOptions.From(parsed.GetValue(data), "http://127.0.0.1:0", demo: false),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel));
        return command;
    }

    private static async Task<int> Run(string path, ScoringOptions options, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        if (await CompetitionFiles.Read(path, error, cancel) is not { } file)
        {
            return CompetitionFiles.Unusable;
        }

        try
        {
            return await Import(file, options, output, error, cancel);
        }
        catch (DataRefusedException refused)
        {
            await error.WriteLineAsync(refused.Explanation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"没有全部存入 {options.Data}。{StorageFailure.Explain(failure)}");
        }

        return NotStored;
    }

    // The same services as the server's, but nothing listens.
    private static async Task<int> Import(CompetitionFile file, ScoringOptions options, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        await using var app = ScoringApp.Build(options);
        app.Services.GetRequiredService<Competitions>().OpenAll();
        try
        {
            var competition = await app.Services.GetRequiredService<CompetitionImport>().Run(file, cancel);
            await output.WriteLineAsync($"已导入“{file.Competition.Name}”：台账 {competition.Sequence} 条，链值 {competition.HeadHash[..8]}。");
            return 0;
        }
        catch (CompetitionExistsException)
        {
            await error.WriteLineAsync($"数据文件夹里已有编号为 {file.Competition.Id} 的比赛，没有改动它。要另存一份，请改文件里的 $.competition.id。");
            return CompetitionFiles.Unusable;
        }
    }
}
