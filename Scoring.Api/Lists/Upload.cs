using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Display.Work;

namespace Scoring.Api.Lists;

/// <summary>One uploaded file: read once, checked again after each answer, in the background.</summary>
/// <param name="login">Whose it is; nobody else opens it.</param>
public sealed partial class Upload(
    string key, string login, CompetitionId competition, string fileName, DateTimeOffset at, byte[] bytes, IReadOnlyDictionary<string, string> answers, CheckList check,
    Action<Action<CompetitionState>> read, ILogger log)
{
    private const int LongFrom = 1_000_000;

    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private byte[]? raw = bytes;
    private Spreadsheet? file;
    private int round;

    public string Key => key;

    public string Login => login;

    public CompetitionId Competition => competition;

    public string FileName => fileName;

    public DateTimeOffset At => at;

    public int Size { get; } = bytes.Length;

    /// <summary>By question.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; private set; } = answers;

    /// <summary>The preview; null: it is still being made, or cannot be.</summary>
    public ListImport? Import { get; private set; }

    /// <summary>Why there is no preview; null: nothing is wrong so far.</summary>
    public string? Failure { get; private set; }

    /// <summary>What is being done, e.g. 正在读取; how many rows; 0 to 100.</summary>
    public (string What, int Rows, int Percent) Progress { get; private set; } = ("正在读取", 0, 0);

    /// <summary>Ends when there is a preview or a failure.</summary>
    public Task Work { get; private set; } = Task.CompletedTask;

    public bool Busy => Taking ? Taken is null : Import is null && Failure is null;

    /// <summary>Begins, or begins again after something was answered.</summary>
    public void Start()
    {
        lock (gate)
        {
            var mine = ++round;
            Import = null;
            Failure = null;
            Work = SideThreads.Lists.Run(() => Run(mine), CancellationToken.None);
        }
    }

    /// <summary>An empty answer takes the one before back.</summary>
    public void Answer(IEnumerable<KeyValuePair<string, string>> given)
    {
        lock (gate)
        {
            var all = new Dictionary<string, string>(Answers, StringComparer.Ordinal);
            foreach (var (question, answer) in given)
            {
                if (answer.Length == 0 && !question.StartsWith(Mends.Begin, StringComparison.Ordinal))
                {
                    all.Remove(question);
                }
                else
                {
                    all[question] = answer;
                }
            }

            Answers = all;
        }

        Start();
    }

    /// <summary>The same list held against a state that has moved on.</summary>
    public ListImport Again(CompetitionState state) => check(Mends.Apply(file!, Answers), fileName, Answers, look => look(state), null); // read, as there was a preview

    public void Stop() => stop.Cancel();

    private void Run(int mine)
    {
        try
        {
            LetGo();
            file ??= SpreadsheetReader.Read(raw!, fileName, so => Progress = ("正在读取", so.Rows, (int)(so.Share * 100)), stop.Token); // held until it is read
            raw = null;
            LetGo();
            var import = check(Mends.Apply(file, Answers), fileName, Answers, read, (done, all) =>
            {
                stop.Token.ThrowIfCancellationRequested();
                if (mine != round)
                {
                    throw new OperationCanceledException();
                }

                Progress = ("正在核对", done, done * 100 / Math.Max(1, all));
            });
            _ = import.Found; // counted here, not while somebody waits for the page
            Tell(mine, import, null);
        }
        catch (OperationCanceledException)
        {
            Tell(mine, null, "已取消。");
        }
        catch (UnreadableFileException e)
        {
            Tell(mine, null, e.Message);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Failed(log, key, e);
            Tell(mine, null, "核对时出了问题，什么都没有改动。请另存为 .xlsx 再上传一次。");
        }
    }

    // A hundred megabytes of the preview before, of a file just read or of people just taken are dead at once; the collector would keep
    // them until it needs room.
    private void LetGo()
    {
        if (Size > LongFrom)
        {
            GC.Collect(2, GCCollectionMode.Forced, blocking: true);
        }
    }

    private void Tell(int mine, ListImport? import, string? failure)
    {
        lock (gate)
        {
            if (mine == round)
            {
                (Import, Failure) = (import, failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "checking upload {Key} failed")]
    private static partial void Failed(ILogger log, string key, Exception failure);
}
