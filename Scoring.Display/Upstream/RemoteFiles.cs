namespace Scoring.Display.Upstream;

/// <summary>The organizer's files from the distant Api, each fetched once and kept.</summary>
public sealed class RemoteFiles(string folder, Uri upstream)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(30), MaxResponseContentBufferSize = 32 * 1024 * 1024 };

    /// <param name="name">Checked by whoever asks.</param>
    public async Task<string?> Fetch(string name, CancellationToken cancel)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path))
        {
            return path;
        }

        try
        {
            using var answer = await Http.GetAsync(new Uri(upstream, "/display/files/" + name), cancel);
            if (!answer.IsSuccessStatusCode)
            {
                return null;
            }

            Directory.CreateDirectory(folder);
            var fresh = Path.Combine(folder, Guid.NewGuid().ToString("N"));
            await File.WriteAllBytesAsync(fresh, await answer.Content.ReadAsByteArrayAsync(cancel), cancel);
            File.Move(fresh, path, overwrite: true);
            return path;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
