using System.CommandLine;

namespace Scoring.Api.Commands;

/// <summary>One program: what it can be told on the command line.</summary>
public static class Cli
{
    public static RootCommand Root()
    {
        var serve = ServeCommand.Create();
        var root = new RootCommand("技能大赛评分系统：没有指定命令时启动服务（serve）。")
        {
            serve,
            ImportCommand.Create(),
            ComputeCommand.Create(),
            VerifyCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            RevertCommand.Create(),
            DoctorCommand.Create(),
            InstallCommand.Create(),
            InstallCommand.CreateUninstall(),
        };
        foreach (var option in serve.Options)
        {
            root.Options.Add(option);
        }

        root.SetAction((parsed, cancel) => serve.Action is System.CommandLine.Invocation.AsynchronousCommandLineAction action
            ? action.InvokeAsync(parsed, cancel)
            : throw new InvalidOperationException("serve runs asynchronously"));
        return root;
    }
}
