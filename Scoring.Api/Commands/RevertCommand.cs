using System.CommandLine;
using Scoring.Api.Hosting;
using Scoring.Api.Storage;

namespace Scoring.Api.Commands;

/// <summary><c>revert</c>: the copy that was made before the last update takes the data's place. Exit code 0 done, 1 the disk refused, 2
/// nothing to go back to.</summary>
public static class RevertCommand
{
    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "数据文件夹（默认 SCORING_DATA 或 ./data）" };
        var command = new Command("revert", "退回旧版本：换回升级前自动做的副本") { data };
        command.SetAction(parsed => Run(ScoringOptions.From(parsed.GetValue(data), null, false).Data, parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(string data, InvocationConfiguration console)
    {
        try
        {
            using var folder = DataFolder.Take(data);
            if (UpdateCopy.Return(folder, TimeProvider.System.GetUtcNow()) is not { } done)
            {
                console.Error.WriteLine($"{UpdateCopy.FolderIn(data)} 里没有升级前的副本，什么都没有改动。");
                return 2;
            }

            foreach (var line in done)
            {
                console.Output.WriteLine(line);
            }

            return 0;
        }
        catch (DataRefusedException refused)
        {
            console.Error.WriteLine(refused.Explanation);
            return 2;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"没有全部换回。{StorageFailure.Explain(failure)}");
            return 1;
        }
    }
}
