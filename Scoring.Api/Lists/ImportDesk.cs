using System.Collections.Concurrent;
using System.Security.Cryptography;
using Scoring.Core.Definition;

namespace Scoring.Api.Lists;

/// <summary>Uploaded files on their way, in memory only: they hold ID numbers and are forgotten when carried out or after an hour.</summary>
public sealed class ImportDesk(TimeProvider time)
{
    private const int Most = 20;

    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Upload> uploads = new(StringComparer.Ordinal);

    /// <param name="Login">Whose upload it is; nobody else opens it.</param>
    /// <param name="Answers">By question.</param>
    public sealed record Upload(string Login, CompetitionId Competition, string FileName, byte[] Bytes, DateTimeOffset At, IReadOnlyDictionary<string, string> Answers);

    public string Put(string login, CompetitionId competition, string fileName, byte[] bytes)
    {
        var now = time.GetUtcNow();
        foreach (var (old, upload) in uploads.Where(u => u.Value.At + Life < now || u.Value.Login == login))
        {
            uploads.TryRemove(old, out _);
        }

        while (uploads.Count >= Most && uploads.MinBy(u => u.Value.At) is { Key: { } oldest })
        {
            uploads.TryRemove(oldest, out _);
        }

        var key = RandomNumberGenerator.GetHexString(16, lowercase: true);
        uploads[key] = new Upload(login, competition, fileName, bytes, now, new Dictionary<string, string>(StringComparer.Ordinal));
        return key;
    }

    public Upload? Find(string? key, string login, CompetitionId competition) =>
        key is not null && uploads.TryGetValue(key, out var upload) && upload.Login == login && upload.Competition == competition && upload.At + Life > time.GetUtcNow() ? upload : null;

    public void Answer(string key, string question, string answer)
    {
        if (uploads.TryGetValue(key, out var upload))
        {
            uploads[key] = upload with { Answers = new Dictionary<string, string>(upload.Answers, StringComparer.Ordinal) { [question] = answer } };
        }
    }

    public void Forget(string key) => uploads.TryRemove(key, out _);
}
