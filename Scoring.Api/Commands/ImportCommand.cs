using System.CommandLine;
using Scoring.Api.Feed;
using Scoring.Api.Files;
using Scoring.Api.Hosting;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.Files;

namespace Scoring.Api.Commands;

/// <summary><c>import FILE…</c>: puts competition files into the data folder while no server uses it. Each is checked before the first is
/// put there. Exit code 2: a file has
/// errors, or its competition is there already; 1: the folder does not take it.</summary>
public static class ImportCommand
{
    private const int NotStored = 1;

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "竞赛文件（JSON，见 docs/competition-file.md），可以有多个",
            Arity = ArgumentArity.OneOrMore };
        var data = new Option<string?>("--data") { Description = "数据文件夹（默认 SCORING_DATA 或 ./data）" };
        var command = new Command("import", "把竞赛文件导入数据文件夹，一个文件成为一场新比赛") { files, data };
        command.SetAction((parsed, cancel) => Run(
            parsed.GetRequiredValue(files), ScoringOptions.From(parsed.GetValue(data), "http://127.0.0.1:0", demo: false),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel));
        return command;
    }

    private static async Task<int> Run(IReadOnlyList<string> paths, ScoringOptions options, TextWriter output, TextWriter error,
        CancellationToken cancel)
    {
        if (await Checked(paths, error, cancel) is not { } files)
        {
            return CompetitionFiles.Unusable;
        }

        try
        {
            return await Import(files, options, output, error, cancel);
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

    // Null: at least one cannot be used, and why was written.
    private static async Task<IReadOnlyList<(CompetitionId Id, string Path, CompetitionFile? Read)>?> Checked(
        IReadOnlyList<string> paths, TextWriter error, CancellationToken cancel)
    {
        var (files, usable) = (new List<(CompetitionId Id, string Path, CompetitionFile? Read)>(paths.Count), true);
        foreach (var path in paths)
        {
            if (await CompetitionFiles.Read(path, error, cancel) is not { } file)
            {
                usable = false;
                continue;
            }

            var id = file.Competition.Id;
            if (files.FirstOrDefault(f => f.Id == id) is { Path: { } twin })
            {
                await error.WriteLineAsync($"文件 {path} 和 {twin} 是同一个编号 {id}，没有导入。请改其中一个的 $.competition.id。");
                usable = false;
            }

            // Of thousands each is read again when its turn comes; what comes from standard input comes once.
            files.Add((id, path, paths.Count == 1 || path == CompetitionFiles.StandardInput ? file : null));
        }

        return usable ? files : null;
    }

    // The same services as the server's, but nothing listens.
    private static async Task<int> Import(
        IReadOnlyList<(CompetitionId Id, string Path, CompetitionFile? Read)> files, ScoringOptions options, TextWriter output,
            TextWriter error, CancellationToken cancel)
    {
        await using var app = ScoringApp.Build(options);
        app.Services.GetRequiredService<RestKeeper>(); // writes down what the shelf must know of each
        var competitions = app.Services.GetRequiredService<Competitions>();
        competitions.OpenAll();
        foreach (var (id, _, _) in files.Where(f => competitions.Find(f.Id) is not null
            || File.Exists(app.Services.GetRequiredService<DataFolder>().FileOf(f.Id))))
        {
            await error.WriteLineAsync($"数据文件夹里已有编号为 {id} 的比赛，没有改动它。要另存一份，请改文件里的 $.competition.id。");
            return CompetitionFiles.Unusable;
        }

        foreach (var (_, path, read) in files)
        {
            if ((read ?? await CompetitionFiles.Read(path, TextWriter.Null, cancel)) is not { } file)
            {
                await error.WriteLineAsync($"文件 {path} 在检查之后变了，没有导入它和后面的。请再试一次。");
                return CompetitionFiles.Unusable;
            }

            var competition = await app.Services.GetRequiredService<CompetitionImport>().Run(file, cancel);
            await output.WriteLineAsync($"已导入“{file.Competition.Name}”：台账 {competition.Sequence} 条，链值 {competition.HeadHash[..8]}。");
            competitions.Rest(TimeSpan.Zero);
        }

        return 0;
    }
}
