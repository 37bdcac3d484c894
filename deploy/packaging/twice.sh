# Sourced by deploy/package --twice [SYSTEM …]. Two clones of this commit, two folders of different length, nothing of the one known to the
# other; then every package byte by byte. Ends with 1 and the names of the files that differ.
[ -z "$(git status --porcelain)" ] || say "有没提交的改动，比较的是最后一次提交。"
install unzip
twice=$(mktemp -d)
trap 'rm -rf "$twice"' EXIT
commit=$(git rev-parse HEAD) # whatever is committed meanwhile
for folder in one the-other; do
  git clone -q --no-hardlinks . "$twice/$folder/scoring"
  git -C "$twice/$folder/scoring" checkout -q --detach "$commit"
  SCORING_PACKAGES=$twice/$folder/packages "$twice/$folder/scoring/deploy/package" "$@" >/dev/null
done

same=0
for one in "$twice"/one/packages/scoring-*; do
  name=$(basename "$one")
  if cmp -s "$one" "$twice/the-other/packages/$name"; then
    echo "$name：两次逐字节相同 $(sha256sum "$one" | cut -c1-16)"
    continue
  fi
  same=1
  echo "$name：两次不同"
  for folder in one the-other; do
    mkdir -p "$twice/$folder/unpacked/$name"
    case $name in
      *.zip) unzip -q "$twice/$folder/packages/$name" -d "$twice/$folder/unpacked/$name" ;;
      *) tar -xzf "$twice/$folder/packages/$name" -C "$twice/$folder/unpacked/$name" ;;
    esac
  done
  (cd "$twice" && diff -rq "one/unpacked/$name" "the-other/unpacked/$name") || true
done
exit $same
