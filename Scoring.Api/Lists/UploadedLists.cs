using System.Collections.Concurrent;
using System.Security.Cryptography;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;

namespace Scoring.Api.Lists;

/// <summary>What a file would do: long work, in the background.</summary>
/// <param name="read">Lets the state be looked at for a moment.</param>
/// <param name="told">Hears how many rows of how many are checked, and stops it by throwing; null: nobody waits.</param>
public delegate ListImport CheckList(
    Spreadsheet file, string fileName, IReadOnlyDictionary<string, string> answers, Action<Action<CompetitionState>> read, Action<int, int>? told);

/// <summary>Uploaded files on their way, in memory only: they hold ID numbers and are forgotten when carried out or after an
/// hour.</summary>
public sealed class UploadedLists(TimeProvider time, ILogger<UploadedLists> log)
{
    private const int Most = 20, MostEnded = 1_000, LargeFrom = 8 * 1024 * 1024;

    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Upload> uploads = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Login, (string Words, bool Bad) How)> ended = new(StringComparer.Ordinal);

    /// <summary>Starts to read and check a file.</summary>
    /// <param name="answers">What was decided before, by question.</param>
    public Upload Put(string login, CompetitionId competition, string fileName, byte[] bytes, IReadOnlyDictionary<string, string> answers, CheckList check,
        Action<Action<CompetitionState>> read)
    {
        var now = time.GetUtcNow();
        foreach (var (old, upload) in uploads.Where(u => u.Value.At + Life < now || (u.Value.Login == login && !u.Value.Taking) || (bytes.Length > LargeFrom && u.Value.Size > LargeFrom)))
        {
            Forget(old);
        }

        while (uploads.Count >= Most && uploads.MinBy(u => u.Value.At) is { Key: { } oldest })
        {
            Forget(oldest);
        }

        var key = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var put = new Upload(key, login, competition, fileName, now, bytes, answers, check, read, log);
        uploads[key] = put;
        put.Start();
        return put;
    }

    public Upload? Find(string? key, string login, CompetitionId competition) =>
        key is not null && uploads.TryGetValue(key, out var upload) && upload.Login == login && upload.Competition == competition && upload.At + Life > time.GetUtcNow() ? upload : null;

    public void Forget(string key)
    {
        if (uploads.TryRemove(key, out var upload))
        {
            upload.Stop();
            if (upload.Taken is { } how)
            {
                if (ended.Count >= MostEnded)
                {
                    ended.Clear();
                }

                ended[key] = (upload.Login, how);
            }
        }
    }

    /// <summary>How an upload went that was taken and is forgotten: a browser may ask twice. Null: unknown.</summary>
    public (string Words, bool Bad)? HowItWent(string? key, string login) =>
        key is not null && ended.TryGetValue(key, out var one) && one.Login == login ? one.How : null;
}
